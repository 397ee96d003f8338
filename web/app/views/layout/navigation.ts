import { CircleDollarSign, Inbox, type LucideIcon, MessagesSquare, UsersRound } from 'lucide-react';

export type NavigationItem = {
  /** Its words stand under this name (languages/en/frame.ts). */
  name: 'conversations' | 'inbox' | 'teams' | 'prices';
  to: string;
  icon: LucideIcon;
  counts?: 'openTasks';
};

/** The rooms of the app, in the order in which one uses them. */
export const NAVIGATION: readonly NavigationItem[] = [
  { name: 'conversations', to: '/conversations', icon: MessagesSquare },
  { name: 'inbox', to: '/inbox', icon: Inbox, counts: 'openTasks' },
  { name: 'teams', to: '/teams', icon: UsersRound },
  { name: 'prices', to: '/settings/prices', icon: CircleDollarSign },
];
