-- Everything that is known goes with it. The extension stays: other tables may use it.
DROP SCHEMA knowledge CASCADE;
