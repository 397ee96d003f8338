-- The roles that Supabase has and a PostgreSQL of one's own has not, for PostgREST before it (docker-compose.yml, profile
-- "supabase"). Run before or after the migrations of the knowledge store; again is harmless.
-- psql -v authenticator_password=… -f restRoles.sql
SELECT 'CREATE ROLE ' || name || ' ' || how
FROM (VALUES ('anon', 'NOLOGIN'), ('authenticated', 'NOLOGIN'), ('service_role', 'NOLOGIN BYPASSRLS'), ('authenticator', 'LOGIN NOINHERIT')) AS wanted(name, how)
WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name)
\gexec
ALTER ROLE authenticator PASSWORD :'authenticator_password';
GRANT anon, authenticated, service_role TO authenticator;

-- What the migrations give the service role where they find it.
SELECT unnest(ARRAY[
  'GRANT USAGE ON SCHEMA knowledge TO service_role',
  'GRANT ALL ON ALL TABLES IN SCHEMA knowledge TO service_role',
  'GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA knowledge TO service_role',
  'ALTER DEFAULT PRIVILEGES IN SCHEMA knowledge GRANT ALL ON TABLES TO service_role',
  'ALTER DEFAULT PRIVILEGES IN SCHEMA knowledge GRANT EXECUTE ON FUNCTIONS TO service_role',
  'REVOKE ALL ON SCHEMA knowledge FROM anon, authenticated'
])
WHERE to_regnamespace('knowledge') IS NOT NULL
\gexec
