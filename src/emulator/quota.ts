import type { EmulatorProfile } from './profile.ts';
import type { Store, Usage } from './store.ts';

/** The monthly quota, for the headers. */
export interface MonthState {
  readonly limit: number;
  readonly remaining: number;
}

const monthOf = (epochMs: number): string => new Date(epochMs).toISOString().slice(0, 7);

/** This month's counters, reset when the month changes. */
export const usageNow = (store: Store, now: number): Usage => {
  const month = monthOf(now);
  if (store.usage.month !== month) {
    // The first month starts with the usage from the profile, later ones at zero.
    const first = store.usage.month === '';
    store.usage = first ? { ...store.usage, month } : { month, apiCalls: 0, monitorRequests: 0, mockCalls: 0 };
  }
  return store.usage;
};

/** The rest of the monthly quota. */
export const monthState = (store: Store, profile: EmulatorProfile, now: number): MonthState => ({
  limit: profile.quota,
  remaining: Math.max(0, profile.quota - usageNow(store, now).apiCalls),
});

/** Counts one API call. Returns `false` without counting it when the monthly quota is exhausted. */
export const spendCall = (store: Store, profile: EmulatorProfile, now: number): boolean => {
  const usage = usageNow(store, now);
  if (usage.apiCalls >= profile.quota) return false;
  store.usage = { ...usage, apiCalls: usage.apiCalls + 1 };
  return true;
};

/** Counts monitored requests: every request in every region. */
export const spendMonitorRequests = (store: Store, requests: number, now: number): void => {
  const usage = usageNow(store, now);
  store.usage = { ...usage, monitorRequests: usage.monitorRequests + requests };
};
