import type { Call, EmulatorContext, Route } from '../context.ts';
import type { JsonObject } from '../json.ts';
import { usageNow } from '../quota.ts';
import { ok } from '../responses.ts';
import type { User } from '../store.ts';

const unlimited = 99_999_999;
const teamId = 4711;

interface Operation {
  readonly name: string;
  readonly limit: number;
  readonly usage: number;
  readonly overage: number;
}

const operation = (name: string, limit: number, usage: number): Operation => ({
  name,
  limit,
  usage,
  overage: Math.max(0, usage - limit),
});

/** The account's usage this month. The last three are real counters of the emulator. */
const operations = (emulator: EmulatorContext): readonly Operation[] => {
  const usage = usageNow(emulator.store, emulator.now());
  const { profile } = emulator;
  return [
    operation('api_object_usage', unlimited, 0),
    operation('collection_run_limit', unlimited, 0),
    operation('file_storage_limit', 1, 0.28),
    ...(profile.account === 'free' ? [operation('flow_count', 5, 0)] : []),
    operation('flow_requests', 1_000_000, 0),
    operation('performance_test_limit', unlimited, 0),
    operation('reusable_packages', 100, 0),
    operation('test_data_retrieval', 1_000, 0),
    operation('test_data_storage', 10, 0.001),
    operation('mock_usage', 1_000_000, usage.mockCalls),
    operation('monitor_request_runs', profile.monitorQuota, usage.monitorRequests),
    operation('api_usage', profile.quota, usage.apiCalls),
  ];
};

const team = (inTeam: boolean): JsonObject =>
  inTeam
    ? { teamId, teamName: 'Emulated Team', teamDomain: 'emulated-team' }
    : { teamId: 0, teamName: '', teamDomain: '' };

const describeUser = (user: User, account: EmulatorContext['profile']['account']): JsonObject => {
  const service = account === 'service-account';
  return {
    id: user.id,
    sub: user.sub,
    username: service ? null : user.username,
    email: service ? null : user.email,
    fullName: user.fullName,
    avatar: null,
    isPublic: false,
    emailVerified: true,
    ...team(account !== 'no-team'),
    roles: account === 'guest' ? ['guest'] : ['user', 'flow-editor'],
  };
};

const me = ({ user, emulator }: Call) =>
  ok({
    user: describeUser(user, emulator.profile.account),
    ...(emulator.profile.account === 'guest' ? {} : { operations: operations(emulator) }),
  });

/** The key's user and usage. */
export const meRoutes: readonly Route[] = [{ method: 'GET', path: '/me', answer: me }];
