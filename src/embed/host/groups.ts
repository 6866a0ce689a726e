/** Embeds of one page that follow each other: what a reader filters in one, the others of its group filter too. */

/** What a member of a group must be able to do. */
export interface GroupMember {
  readonly group: () => string;
  set(query: string, part: 'all' | 'filter'): unknown;
}

interface Groups {
  readonly members: Set<GroupMember>;
  /** By group, the state of the embed where a reader filtered last. */
  readonly latest: Map<string, string>;
}

/** One for the page, so that embed.js and whereabouts-view.js know of each other. */
const KEY = Symbol.for('whereabouts.groups');

function groups(): Groups {
  if (!(KEY in globalThis)) Object.assign(globalThis, { [KEY]: { members: new Set(), latest: new Map() } });
  return (globalThis as unknown as Record<symbol, Groups>)[KEY]!;
}

/** Follows from then on, from where the group is; called again when the embed is loaded anew. */
export function joinGroup(member: GroupMember): void {
  const { members, latest } = groups();
  members.add(member);
  const group = member.group();
  const query = group === '' ? undefined : latest.get(group);
  if (query !== undefined) member.set(query, 'filter');
}

export function leaveGroup(member: GroupMember): void {
  groups().members.delete(member);
}

/** Hands on what a reader did. What a page set is not handed on, so that nothing goes round in a circle. */
export function shareFilter(from: GroupMember, state: { query: string; cause: 'reader' | 'host' }): void {
  const group = from.group();
  if (group === '' || state.cause !== 'reader') return;
  const { members, latest } = groups();
  latest.set(group, state.query);
  for (const member of members)
    if (member !== from && member.group() === group) member.set(state.query, 'filter');
}
