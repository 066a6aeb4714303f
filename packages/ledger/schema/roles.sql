-- Apart by right. Run as the owner of the ledger's tables, after `ombud ledger init` and after each new version of Ombud;
-- then grant the roles to the accounts of your programs and people:
--   ombud_writer      records decisions and everything that follows them; changes no entry, and reads no payload
--   ombud_auditor     reads entries, tree and checkpoints: all that proofs and `fsck` of the tree need, nothing personal
--   ombud_decisions   reads payloads: who was decided about, and how
--   ombud_attributes  reads protected attributes, to audit groups; grant it beside ombud_decisions
--   ombud_eraser      erases people; grant it beside ombud_writer. It sees what is about what, and no payload
-- Changing keys is for the owner. For a ledger with a name (`?ledger=loans`) set the prefix to that name and two
-- underscores.
do $$
declare
  prefix text := '';
  role text;
  t text;
begin
  foreach role in array array['ombud_writer', 'ombud_auditor', 'ombud_decisions', 'ombud_attributes', 'ombud_eraser'] loop
    if not exists (select from pg_roles where rolname = role) then execute format('create role %I nologin', role); end if;
  end loop;
  foreach t in array array['log', 'keys', 'signers', 'entries', 'payloads', 'attributes', 'tiles', 'checkpoints',
                           'witnesses', 'recent_subjects', 'subject_blocks', 'subject_levels', 'requests'] loop
    execute format('revoke all on %I from public', prefix || t);
  end loop;
  foreach t in array array['log', 'keys', 'entries', 'tiles', 'checkpoints', 'witnesses'] loop
    execute format('grant select on %I to ombud_writer, ombud_auditor, ombud_decisions, ombud_attributes, ombud_eraser', prefix || t);
  end loop;
  execute format('grant select on %I to ombud_decisions', prefix || 'payloads');
  execute format('grant select on %I to ombud_attributes', prefix || 'attributes');

  foreach t in array array['entries', 'payloads', 'attributes', 'tiles', 'checkpoints', 'witnesses',
                           'recent_subjects', 'subject_blocks', 'subject_levels', 'requests'] loop
    execute format('grant insert on %I to ombud_writer', prefix || t);
  end loop;
  foreach t in array array['log', 'tiles', 'checkpoints', 'witnesses'] loop
    execute format('grant update on %I to ombud_writer', prefix || t);
  end loop;
  foreach t in array array['recent_subjects', 'subject_blocks'] loop
    execute format('grant select, update, delete on %I to ombud_writer', prefix || t);
    execute format('grant select, update on %I to ombud_eraser', prefix || t);
  end loop;
  execute format('grant select, update on %I to ombud_writer', prefix || 'subject_levels');
  execute format('grant select on %I to ombud_eraser', prefix || 'subject_levels');
  execute format('grant delete on %I to ombud_writer', prefix || 'checkpoints');
  execute format('grant select on %I to ombud_writer', prefix || 'signers');
  execute format('grant select on %I to ombud_writer', prefix || 'requests');

  execute format('grant select (idx, about), delete on %I to ombud_eraser', prefix || 'payloads');
  execute format('grant select (idx), delete on %I to ombud_eraser', prefix || 'attributes');
  execute format('grant update on %I to ombud_eraser', prefix || 'log');
end $$;
