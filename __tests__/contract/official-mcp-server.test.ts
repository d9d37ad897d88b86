import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createEmulator, type Emulator } from '../../src/emulator/index.ts';
import { type McpClient, startMcp } from './mcp-client.ts';

const schema = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';

describe("Postman's official MCP server against the emulator", () => {
  let emulator: Emulator;
  let mcp: McpClient;
  let target: Server;

  beforeAll(async () => {
    emulator = await createEmulator();
    mcp = await startMcp(emulator);
    target = createServer((_, response) => response.end('{}')).listen(0, '127.0.0.1');
    await once(target, 'listening');
  }, 60_000);

  afterAll(async () => {
    await mcp?.close();
    await emulator?.close();
    target?.close();
    target?.closeAllConnections();
  });

  const json = async (tool: string, args: Record<string, unknown>) => JSON.parse(await mcp.call(tool, args));

  it('learns who the key belongs to', async () => {
    const { user, operations } = await json('getAuthenticatedUser', {});
    expect(user.teamName).toBe('Emulated Team');
    expect(operations).toContainEqual(expect.objectContaining({ name: 'api_usage' }));
  });

  it('finds the team workspace', async () => {
    expect(await mcp.call('getWorkspaces', {})).toContain(emulator.workspaceId);
    const { workspace } = await json('getWorkspace', { workspaceId: emulator.workspaceId });
    expect(workspace.name).toBe('Team Workspace');
  });

  it('creates, reads, replaces, patches and deletes a collection', async () => {
    const item = [{ name: 'Ping', request: { method: 'GET', url: 'http://localhost/ping' } }];
    const created = await json('createCollection', {
      workspace: emulator.workspaceId,
      collection: { info: { name: 'By MCP', schema }, item },
    });
    const { uid } = created.collection;
    const { collection } = await json('getCollection', { collectionId: uid, model: 'full' });
    expect(collection.item[0]).toMatchObject({ name: 'Ping', request: { method: 'GET' } });

    const renamed = { info: { name: 'By MCP, again', schema }, item: [{ ...item[0], id: collection.item[0].id }] };
    await mcp.call('putCollection', { collectionId: uid, collection: renamed });
    await mcp.call('patchCollection', {
      collectionId: uid,
      collection: { variable: [{ key: 'host', value: 'localhost' }] },
    });
    const after = await json('getCollection', { collectionId: uid, model: 'full' });
    expect(after.collection.info.name).toBe('By MCP, again');
    expect(after.collection.item[0].id).toBe(collection.item[0].id);
    expect(after.collection.variable).toEqual([{ key: 'host', value: 'localhost' }]);
    expect(await mcp.call('getCollections', { workspace: emulator.workspaceId })).toContain('By MCP, again');

    await mcp.call('deleteCollection', { collectionId: uid });
    await expect(mcp.call('getCollection', { collectionId: uid })).rejects.toThrow(/could not find the collection/);
  });

  it('creates, reads, replaces, patches and deletes an environment', async () => {
    const { environment } = await json('createEnvironment', {
      workspace: emulator.workspaceId,
      environment: { name: 'Stage', values: [{ key: 'host', value: 'a', type: 'default', enabled: true }] },
    });
    const environmentId = environment.uid;
    await mcp.call('putEnvironment', {
      environmentId,
      environment: { name: 'Stage', values: [{ key: 'host', value: 'b', type: 'default', enabled: true }] },
    });
    await mcp.call('patchEnvironment', {
      environmentId,
      body: [{ op: 'replace', path: '/name', value: 'Production' }],
    });
    const read = await json('getEnvironment', { environmentId });
    expect(read.environment).toMatchObject({ name: 'Production', values: [{ key: 'host', value: 'b' }] });
    await mcp.call('deleteEnvironment', { environmentId });
    expect(await mcp.call('getEnvironments', { workspace: emulator.workspaceId })).not.toContain(environmentId);
  });

  it('creates a monitor, runs it for real, and follows its history to the assertions', async () => {
    const address = `http://127.0.0.1:${(target.address() as AddressInfo).port}/`;
    const event = [
      { listen: 'test', script: { exec: ['pm.test("answers", () => pm.response.to.have.status(200));'] } },
    ];
    const created = await fetch(`${emulator.url}/collections?workspace=${emulator.workspaceId}`, {
      method: 'POST',
      headers: { 'x-api-key': emulator.apiKey, 'content-type': 'application/json' },
      body: JSON.stringify({
        collection: { info: { name: 'Watched', schema }, item: [{ name: 'Get', request: address, event }] },
      }),
    });
    const { collection } = (await created.json()) as { collection: { uid: string } };
    const { monitor } = await json('createMonitor', {
      workspace: emulator.workspaceId,
      monitor: { name: 'Watch', collection: collection.uid, schedule: { cron: '0 */6 * * *', timezone: 'UTC' } },
    });
    const { run } = await json('runMonitor', { monitorId: monitor.id });
    expect(run.info.status).toBe('success');
    expect(run.stats).toMatchObject({ assertions: { total: 1, failed: 0 }, requests: { total: 1 } });

    const { executions } = await json('listMonitorExecutions', { monitorId: monitor.id });
    const { runs } = await json('listRunsForExecution', { monitorId: monitor.id, executionId: executions[0].id });
    const results = await json('getMonitorRunResults', { monitorId: monitor.id, runId: runs[0].id });
    expect(results.run.assertions).toEqual([{ item: 'Get', assertion: 'answers', skipped: false }]);

    await mcp.call('deleteMonitor', { monitorId: monitor.id });
    expect(await mcp.call('getMonitors', { workspace: emulator.workspaceId })).not.toContain(monitor.id);
  });

  it('creates and deletes a mock server', async () => {
    const { collection } = await json('createCollection', {
      workspace: emulator.workspaceId,
      collection: { info: { name: 'Mocked', schema }, item: [] },
    });
    const { mock } = await json('createMock', {
      workspace: emulator.workspaceId,
      mock: { collection: collection.uid, name: 'Mock' },
    });
    expect((await json('getMock', { mockId: mock.id })).mock.collection).toBe(collection.uid);
    await mcp.call('deleteMock', { mockId: mock.id });
  });

  it('duplicates a collection by a task', async () => {
    const { collection } = await json('createCollection', {
      workspace: emulator.workspaceId,
      collection: { info: { name: 'Twice', schema }, item: [] },
    });
    const { task } = await json('duplicateCollection', {
      collectionId: collection.uid,
      workspace: emulator.workspaceId,
      suffix: 'again',
    });
    await fetch(`${emulator.url}/__clock`, { method: 'POST', body: JSON.stringify({ advanceMs: 1_000 }) });
    const status = await json('getDuplicateCollectionTaskStatus', { taskId: task.id });
    expect(status.task).toMatchObject({ status: 'completed', reason: null });
    expect(await mcp.call('getCollections', { workspace: emulator.workspaceId })).toContain('Twice again');
  });
});
