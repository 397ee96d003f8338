import { Outlet } from '@remix-run/react';
import { SettingsFrame } from '../pages/settings/SettingsFrame.tsx';

export default function SettingsLayout() {
  return (
    <SettingsFrame>
      <Outlet />
    </SettingsFrame>
  );
}
