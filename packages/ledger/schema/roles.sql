-- Three tables, three rights. Run once, as the owner of the ledger's tables, after `ombud ledger init`; then grant the
-- roles to the accounts of your programs and people:
--   ombud_writer      appends decisions and everything that follows them; changes no entry
--   ombud_auditor     reads entries, tree and checkpoints: all that proofs need, nothing personal
--   ombud_attributes  reads protected attributes, to audit groups; grant it beside ombud_decisions
--   ombud_decisions   reads payloads: who was decided about, and how
-- Erasing deletes rows and rewrites their tables, which only their owner may do.
do $$
begin
  if not exists (select from pg_roles where rolname = 'ombud_writer') then create role ombud_writer nologin; end if;
  if not exists (select from pg_roles where rolname = 'ombud_auditor') then create role ombud_auditor nologin; end if;
  if not exists (select from pg_roles where rolname = 'ombud_attributes') then create role ombud_attributes nologin; end if;
  if not exists (select from pg_roles where rolname = 'ombud_decisions') then create role ombud_decisions nologin; end if;
end $$;

revoke all on log, keys, signers, entries, payloads, attributes, tiles, checkpoints, witnesses from public;

grant select on log, keys, entries, tiles, checkpoints, witnesses
  to ombud_writer, ombud_auditor, ombud_attributes, ombud_decisions;
grant select on payloads to ombud_decisions;
grant select on attributes to ombud_attributes;

grant insert on entries, payloads, attributes, tiles, checkpoints, witnesses to ombud_writer;
grant update on log, tiles, checkpoints, witnesses to ombud_writer;
grant delete on checkpoints to ombud_writer;
grant select on signers to ombud_writer;
