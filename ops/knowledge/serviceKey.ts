import { createHmac } from 'node:crypto';

// `npm run knowledge:service-key`: a service key for a PostgREST of one's own that checks with SUPABASE_JWT_SECRET. Supabase
// itself gives one with each project.
const secret = process.env['SUPABASE_JWT_SECRET'] ?? '';
if (secret.length < 32) {
  console.error('Set SUPABASE_JWT_SECRET to at least 32 characters, the same that PostgREST has.');
  process.exit(1);
}
const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const signed = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode({ role: 'service_role' })}`;
console.log(`${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`);
