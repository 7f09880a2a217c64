-- The schema of an .argmap file, format 1. Frozen: files are recognised by this text.

CREATE TABLE claim (
  map_no INTEGER NOT NULL,
  id TEXT NOT NULL,
  number INTEGER NOT NULL,
  text TEXT NOT NULL,
  note TEXT NOT NULL,
  credence REAL,
  implicit INTEGER NOT NULL,
  position TEXT NOT NULL,
  as_of TEXT NOT NULL,
  extras TEXT NOT NULL,
  PRIMARY KEY (id, map_no),
  CHECK (credence BETWEEN 0 AND 1),
  CHECK (implicit IN (0, 1))
)
 STRICT;

CREATE TABLE distinct_pair (
  map_no INTEGER NOT NULL,
  id TEXT NOT NULL,
  wording_a TEXT NOT NULL,
  wording_b TEXT NOT NULL,
  verdict TEXT NOT NULL,
  extras TEXT NOT NULL,
  PRIMARY KEY (id, map_no),
  CHECK (verdict IN ('different', 'opposes', 'narrower'))
)
 STRICT;

CREATE TABLE file (
  map_no INTEGER NOT NULL,
  copy_id TEXT NOT NULL,
  head TEXT NOT NULL,
  seq INTEGER NOT NULL,
  state_sum TEXT NOT NULL,
  last_claim INTEGER NOT NULL,
  last_inference INTEGER NOT NULL,
  last_source INTEGER NOT NULL,
  last_comment INTEGER NOT NULL,
  PRIMARY KEY (map_no)
)
 STRICT;

CREATE TABLE map (
  map_no INTEGER NOT NULL,
  id TEXT NOT NULL,
  title TEXT NOT NULL,
  question TEXT NOT NULL,
  description TEXT NOT NULL,
  language TEXT NOT NULL,
  numbering TEXT NOT NULL,
  semantics TEXT NOT NULL,
  extras TEXT NOT NULL,
  PRIMARY KEY (id, map_no)
)
 STRICT;

CREATE TABLE source (
  map_no INTEGER NOT NULL,
  id TEXT NOT NULL,
  number INTEGER NOT NULL,
  title TEXT NOT NULL,
  author TEXT NOT NULL,
  container_title TEXT NOT NULL,
  issued TEXT NOT NULL,
  publisher TEXT NOT NULL,
  url TEXT NOT NULL,
  genre TEXT NOT NULL,
  language TEXT NOT NULL,
  note TEXT NOT NULL,
  text TEXT NOT NULL,
  extras TEXT NOT NULL,
  PRIMARY KEY (id, map_no)
)
 STRICT;

CREATE TABLE step (
  map_no INTEGER NOT NULL,
  id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  parent TEXT NOT NULL,
  parent2 TEXT NOT NULL,
  kind TEXT NOT NULL,
  label TEXT NOT NULL,
  author TEXT NOT NULL,
  at INTEGER NOT NULL,
  session TEXT NOT NULL,
  refers TEXT NOT NULL,
  payload BLOB NOT NULL,
  PRIMARY KEY (id, map_no)
)
 STRICT;

CREATE INDEX step_seq ON step (seq, map_no);

CREATE TABLE term (
  map_no INTEGER NOT NULL,
  id TEXT NOT NULL,
  extras TEXT NOT NULL,
  PRIMARY KEY (id, map_no)
)
 STRICT;

CREATE TABLE alias (
  map_no INTEGER NOT NULL,
  id TEXT NOT NULL,
  survivor TEXT NOT NULL,
  number INTEGER NOT NULL,
  text TEXT NOT NULL,
  moved TEXT NOT NULL,
  extras TEXT NOT NULL,
  PRIMARY KEY (id, map_no),
  FOREIGN KEY(survivor, map_no) REFERENCES claim (id, map_no) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;

CREATE INDEX alias_survivor ON alias (survivor, map_no);

CREATE TABLE citation (
  map_no INTEGER NOT NULL,
  id TEXT NOT NULL,
  claim_id TEXT NOT NULL,
  source_id TEXT NOT NULL,
  paragraph TEXT NOT NULL,
  page TEXT NOT NULL,
  quote TEXT NOT NULL,
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  start INTEGER,
  asserted_by TEXT NOT NULL,
  via TEXT NOT NULL,
  as_of TEXT NOT NULL,
  inferred INTEGER NOT NULL,
  uncertain INTEGER NOT NULL,
  note TEXT NOT NULL,
  order_key TEXT NOT NULL,
  extras TEXT NOT NULL,
  PRIMARY KEY (id, map_no),
  CHECK (start >= 0),
  CHECK (inferred IN (0, 1) AND uncertain IN (0, 1)),
  FOREIGN KEY(claim_id, map_no) REFERENCES claim (id, map_no) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY(source_id, map_no) REFERENCES source (id, map_no) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;

CREATE INDEX citation_claim_id ON citation (claim_id, map_no);

CREATE INDEX citation_source_id ON citation (source_id, map_no);

CREATE TABLE claim_tag (
  map_no INTEGER NOT NULL,
  claim_id TEXT NOT NULL,
  tag TEXT NOT NULL,
  place INTEGER NOT NULL,
  PRIMARY KEY (claim_id, tag, map_no),
  FOREIGN KEY(claim_id, map_no) REFERENCES claim (id, map_no) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;

CREATE TABLE conflict_pair (
  map_no INTEGER NOT NULL,
  id TEXT NOT NULL,
  claim_a TEXT NOT NULL,
  claim_b TEXT NOT NULL,
  kind TEXT NOT NULL,
  note TEXT NOT NULL,
  extras TEXT NOT NULL,
  PRIMARY KEY (id, map_no),
  CHECK (kind IN ('contrary', 'contradictory')),
  CHECK (claim_a < claim_b),
  FOREIGN KEY(claim_a, map_no) REFERENCES claim (id, map_no) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY(claim_b, map_no) REFERENCES claim (id, map_no) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;

CREATE INDEX conflict_pair_claim_a ON conflict_pair (claim_a, map_no);

CREATE INDEX conflict_pair_claim_b ON conflict_pair (claim_b, map_no);

CREATE TABLE dependence (
  map_no INTEGER NOT NULL,
  id TEXT NOT NULL,
  source_a TEXT NOT NULL,
  paragraph_a TEXT NOT NULL,
  source_b TEXT NOT NULL,
  paragraph_b TEXT NOT NULL,
  note TEXT NOT NULL,
  extras TEXT NOT NULL,
  PRIMARY KEY (id, map_no),
  FOREIGN KEY(source_a, map_no) REFERENCES source (id, map_no) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY(source_b, map_no) REFERENCES source (id, map_no) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;

CREATE INDEX dependence_source_a ON dependence (source_a, map_no);

CREATE INDEX dependence_source_b ON dependence (source_b, map_no);

CREATE TABLE inference (
  map_no INTEGER NOT NULL,
  id TEXT NOT NULL,
  number INTEGER NOT NULL,
  polarity TEXT NOT NULL,
  target_claim TEXT,
  target_inference TEXT,
  warrant TEXT NOT NULL,
  scheme TEXT NOT NULL,
  relevance REAL,
  order_key TEXT NOT NULL,
  extras TEXT NOT NULL,
  PRIMARY KEY (id, map_no),
  CHECK (polarity IN ('supports', 'opposes')),
  CHECK ((target_claim IS NULL) <> (target_inference IS NULL)),
  CHECK (relevance BETWEEN 0 AND 1),
  FOREIGN KEY(target_claim, map_no) REFERENCES claim (id, map_no) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY(target_inference, map_no) REFERENCES inference (id, map_no) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;

CREATE INDEX inference_target_claim ON inference (target_claim, map_no);

CREATE INDEX inference_target_inference ON inference (target_inference, map_no);

CREATE TABLE term_word (
  map_no INTEGER NOT NULL,
  term_id TEXT NOT NULL,
  word TEXT NOT NULL,
  place INTEGER NOT NULL,
  PRIMARY KEY (term_id, word, map_no),
  FOREIGN KEY(term_id, map_no) REFERENCES term (id, map_no) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;

CREATE TABLE comment (
  map_no INTEGER NOT NULL,
  id TEXT NOT NULL,
  number INTEGER NOT NULL,
  claim_id TEXT,
  inference_id TEXT,
  text TEXT NOT NULL,
  author TEXT NOT NULL,
  at INTEGER NOT NULL,
  resolved INTEGER NOT NULL,
  extras TEXT NOT NULL,
  PRIMARY KEY (id, map_no),
  CHECK (claim_id IS NULL OR inference_id IS NULL),
  CHECK (resolved IN (0, 1)),
  FOREIGN KEY(claim_id, map_no) REFERENCES claim (id, map_no) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY(inference_id, map_no) REFERENCES inference (id, map_no) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;

CREATE INDEX comment_claim_id ON comment (claim_id, map_no);

CREATE INDEX comment_inference_id ON comment (inference_id, map_no);

CREATE TABLE premise (
  map_no INTEGER NOT NULL,
  inference_id TEXT NOT NULL,
  claim_id TEXT NOT NULL,
  place INTEGER NOT NULL,
  PRIMARY KEY (inference_id, claim_id, map_no),
  FOREIGN KEY(inference_id, map_no) REFERENCES inference (id, map_no) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY(claim_id, map_no) REFERENCES claim (id, map_no) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;

CREATE INDEX premise_claim_id ON premise (claim_id, map_no);
