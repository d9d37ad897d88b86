import type { CheckedExchange } from '../../core/contract/checker.ts';
import type { ApiPlace, SourceApiFile } from '../../core/contract/documents.ts';
import type { ExecutionContract, FilePlace } from '../../core/model/contract.ts';
import type { SourceFile } from '../../core/model/resource.ts';
import type { ItemPlace } from '../protocol.ts';
import { locate } from './locate.ts';

/** Adds lines in the documents and the collection to the deviations of an execution. */
export type PlaceContract = (checked: CheckedExchange, item: ItemPlace) => ExecutionContract;

/** Lines are looked up only for deviations: parsing a document with positions is slow. */
export function contractPlaces(collection: SourceFile, files: readonly SourceApiFile[]): PlaceContract {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const positionOf = ({ file, at }: ApiPlace): FilePlace => ({
    file,
    ...(byPath.get(file)?.locate(at) ?? { line: 1, column: 1 }),
  });
  return ({ operation = '', response, unchecked, deviations, defects }, { at }) => ({
    operation,
    ...(response === undefined ? {} : { response }),
    ...(unchecked === undefined ? {} : { unchecked }),
    deviations: deviations.map(({ place, ...deviation }) => ({ ...deviation, document: positionOf(place) })),
    ...(defects ? { defects: defects.map(({ message, place }) => ({ message, document: positionOf(place) })) } : {}),
    ...(deviations.length > 0 ? { place: placeIn(collection, at) } : {}),
  });
}

const placeIn = (collection: SourceFile, at: ItemPlace['at']): NonNullable<ExecutionContract['place']> => {
  const { file, position } = locate(collection, { at });
  return { file, ...position };
};
