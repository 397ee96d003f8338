import { CircleDollarSign, Inbox, MessagesSquare, UsersRound, type LucideIcon } from 'lucide-react';

export type NavigationItem = { label: string; to: string; icon: LucideIcon; counts?: 'openTasks' };

/** The rooms of the app, in the order in which one uses them. */
export const NAVIGATION: readonly NavigationItem[] = [
  { label: 'Conversations', to: '/conversations', icon: MessagesSquare },
  { label: 'Inbox', to: '/inbox', icon: Inbox, counts: 'openTasks' },
  { label: 'Teams', to: '/teams', icon: UsersRound },
  { label: 'Prices', to: '/settings/prices', icon: CircleDollarSign },
];
