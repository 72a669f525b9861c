-- Version 1.
-- Times are integers: milliseconds since 1970 in UTC, 0 for "none". They sort, compare and index as they are, and no
-- reader can mistake their zone. Times whose zone matters (those of an interview) stand in its document, with the zone.
-- AUTOINCREMENT: a number is never given twice, so that an old reference cannot come to mean another row.

-- How far each folder has been read. A folder belongs to a mailbox, which may serve several candidates.
CREATE TABLE cursor (
  mailbox  TEXT    NOT NULL,
  folder   TEXT    NOT NULL,
  validity INTEGER NOT NULL,
  next     INTEGER NOT NULL,
  PRIMARY KEY (mailbox, folder)
) STRICT, WITHOUT ROWID;

-- The ledger: one row for each message of a watched folder.
CREATE TABLE message (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  mailbox    TEXT    NOT NULL,
  folder     TEXT    NOT NULL,
  validity   INTEGER NOT NULL,
  uid        INTEGER NOT NULL,
  message_id TEXT    NOT NULL,
  hash       TEXT    NOT NULL,
  candidate  TEXT    NOT NULL,
  received   INTEGER NOT NULL,
  size       INTEGER NOT NULL,
  verdict    TEXT    NOT NULL CHECK (verdict <> ''),
  reason     TEXT    NOT NULL,
  interview  TEXT    NOT NULL,
  UNIQUE (mailbox, folder, validity, uid)
) STRICT;
CREATE INDEX message_hash ON message (candidate, hash);
CREATE INDEX message_message_id ON message (candidate, message_id) WHERE message_id <> '';
CREATE INDEX message_received ON message (candidate, received);

-- Interviews: the columns are what is searched, the document is the whole.
CREATE TABLE interview (
  id        TEXT    NOT NULL PRIMARY KEY,
  candidate TEXT    NOT NULL,
  state     TEXT    NOT NULL,
  company   TEXT    NOT NULL,
  created   INTEGER NOT NULL,
  document  TEXT    NOT NULL CHECK (json_valid(document))
) STRICT;
CREATE INDEX interview_candidate ON interview (candidate, created);

-- Messages in her name. The exact bytes stand apart from the document.
CREATE TABLE note (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  interview TEXT    NOT NULL REFERENCES interview (id) DEFERRABLE INITIALLY DEFERRED,
  candidate TEXT    NOT NULL,
  state     TEXT    NOT NULL,
  document  TEXT    NOT NULL CHECK (json_valid(document)),
  raw       BLOB    NOT NULL
) STRICT;
CREATE INDEX note_interview ON note (interview);
CREATE INDEX note_state ON note (state);

-- What she said and what invitations state, kept from round to round.
CREATE TABLE fact (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  candidate   TEXT    NOT NULL,
  company     TEXT    NOT NULL,
  company_key TEXT    NOT NULL, -- folded: see company.go
  interview   TEXT    NOT NULL,
  person      TEXT    NOT NULL,
  kind        TEXT    NOT NULL,
  text        TEXT    NOT NULL,
  at          INTEGER NOT NULL,
  source      TEXT    NOT NULL,
  UNIQUE (candidate, interview, person, kind, text)
) STRICT;
CREATE INDEX fact_company ON fact (candidate, company_key);

-- Letters to the candidate, by which her answers are recognised.
CREATE TABLE letter (
  message_id TEXT    NOT NULL PRIMARY KEY CHECK (message_id <> ''),
  candidate  TEXT    NOT NULL,
  interview  TEXT    NOT NULL,
  kind       TEXT    NOT NULL,
  ref        TEXT    NOT NULL,
  serial     INTEGER NOT NULL,
  hash       TEXT    NOT NULL,
  issued     INTEGER NOT NULL,
  expires    INTEGER NOT NULL,
  state      TEXT    NOT NULL CHECK (state IN ('pending', 'answered', 'void'))
) STRICT;
CREATE INDEX letter_ref ON letter (candidate, ref);
CREATE INDEX letter_interview ON letter (interview, kind);
CREATE INDEX letter_issued ON letter (candidate, issued);

-- Message-IDs that a provider gave a letter instead of ours.
CREATE TABLE letter_alias (
  alias  TEXT NOT NULL CHECK (alias <> ''),
  letter TEXT NOT NULL REFERENCES letter (message_id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (alias, letter)
) STRICT, WITHOUT ROWID;

-- The outbox. Who a message goes to and its bytes are fixed when the row is made.
CREATE TABLE effect (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  key        TEXT    NOT NULL UNIQUE CHECK (key <> ''),
  kind       TEXT    NOT NULL CHECK (kind <> ''),
  mailbox    TEXT    NOT NULL,
  candidate  TEXT    NOT NULL,
  interview  TEXT    NOT NULL,
  note       INTEGER NOT NULL,
  sender     TEXT    NOT NULL,
  recipient  TEXT    NOT NULL,
  message_id TEXT    NOT NULL,
  payload    BLOB    NOT NULL,
  state      TEXT    NOT NULL CHECK (state IN ('ready', 'trying', 'dot', 'done', 'failed', 'unknown', 'cancelled')),
  due        INTEGER NOT NULL,
  attempt    INTEGER NOT NULL,
  first      INTEGER NOT NULL,
  error      TEXT    NOT NULL,
  changed    INTEGER NOT NULL
) STRICT;
CREATE INDEX effect_due ON effect (due, id) WHERE state = 'ready';
CREATE INDEX effect_order ON effect (interview, kind, id) WHERE state IN ('ready', 'trying', 'dot');
CREATE INDEX effect_interview ON effect (interview);
CREATE INDEX effect_tried ON effect (candidate, kind, first);

-- What must hold even when somebody opens the file by hand: what was done stays done, the bytes stay those that were
-- shown, and a key stays taken.
CREATE TRIGGER effect_done BEFORE UPDATE OF state ON effect WHEN OLD.state = 'done' AND NEW.state <> 'done'
BEGIN SELECT RAISE(ABORT, 'what was done stays done'); END;
-- What was done may lose its words (forget); the key alone keeps it from being done again.
CREATE TRIGGER effect_fixed BEFORE UPDATE OF key, kind, candidate, note, sender, recipient, message_id, payload ON effect
WHEN NOT (OLD.state IN ('done', 'failed', 'cancelled') AND NEW.key = OLD.key AND NEW.kind = OLD.kind AND NEW.candidate = OLD.candidate
  AND NEW.note = OLD.note AND NEW.sender = OLD.sender AND NEW.recipient = '' AND NEW.payload = x'')
BEGIN SELECT RAISE(ABORT, 'the bytes and the recipient of an effect never change'); END;
CREATE TRIGGER effect_kept BEFORE DELETE ON effect
BEGIN SELECT RAISE(ABORT, 'effects are kept for ever: their keys say what was done'); END;

-- What we last left in each calendar.
CREATE TABLE mark (
  target    TEXT    NOT NULL,
  uid       TEXT    NOT NULL,
  candidate TEXT    NOT NULL,
  interview TEXT    NOT NULL,
  etag      TEXT    NOT NULL,
  hash      TEXT    NOT NULL,
  gone      INTEGER NOT NULL CHECK (gone IN (0, 1)),
  cancelled INTEGER NOT NULL CHECK (cancelled IN (0, 1)),
  PRIMARY KEY (target, uid)
) STRICT, WITHOUT ROWID;
CREATE INDEX mark_interview ON mark (interview);

-- Answers that counted once and never count again.
CREATE TABLE replay (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  candidate  TEXT    NOT NULL,
  message_id TEXT    NOT NULL,
  hash       TEXT    NOT NULL CHECK (hash <> ''),
  at         INTEGER NOT NULL,
  UNIQUE (candidate, hash)
) STRICT;
CREATE UNIQUE INDEX replay_message_id ON replay (candidate, message_id) WHERE message_id <> '';
CREATE TRIGGER replay_kept BEFORE DELETE ON replay
BEGIN SELECT RAISE(ABORT, 'what was answered is kept for ever, or an old answer could count again'); END;

-- Single values of the daemon itself.
CREATE TABLE meta (
  key   TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
