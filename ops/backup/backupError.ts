/** A backup, a restore or a drill can't be done; the message says why, and what to do. It holds no secret. */
export class BackupError extends Error {
  override readonly name = 'BackupError';
}
