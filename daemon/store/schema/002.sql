-- What was done stays on record, but its words may be forgotten: the key alone keeps it from being done again.
DROP TRIGGER effect_fixed;
CREATE TRIGGER effect_fixed BEFORE UPDATE OF key, kind, candidate, note, sender, recipient, message_id, payload ON effect
WHEN NOT (OLD.state IN ('done', 'failed', 'cancelled') AND NEW.key = OLD.key AND NEW.kind = OLD.kind AND NEW.candidate = OLD.candidate
  AND NEW.note = OLD.note AND NEW.sender = OLD.sender AND NEW.recipient = '' AND NEW.payload = x'')
BEGIN SELECT RAISE(ABORT, 'the bytes and the recipient of an effect never change'); END;
