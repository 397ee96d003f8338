import {
  BookOpen,
  CalendarClock,
  Inbox,
  type LucideIcon,
  MessagesSquare,
  Settings,
  UsersRound,
} from 'lucide-react';

export type NavigationItem = {
  /** The name of its message in the catalogue (languages/en/frame.ts). */
  name: 'conversations' | 'inbox' | 'teams' | 'schedules' | 'knowledge' | 'settings';
  to: string;
  icon: LucideIcon;
  counts?: 'openTasks';
};

/** The sections of the app, in the order in which people use them. */
export const NAVIGATION: readonly NavigationItem[] = [
  { name: 'conversations', to: '/conversations', icon: MessagesSquare },
  { name: 'inbox', to: '/inbox', icon: Inbox, counts: 'openTasks' },
  { name: 'teams', to: '/teams', icon: UsersRound },
  { name: 'schedules', to: '/schedules', icon: CalendarClock },
  { name: 'knowledge', to: '/knowledge', icon: BookOpen },
  { name: 'settings', to: '/settings', icon: Settings },
];
