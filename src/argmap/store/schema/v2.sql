-- Format 2: a source keeps the day it was looked at, which style guides ask for when a text is on the web.

ALTER TABLE source ADD COLUMN accessed TEXT NOT NULL DEFAULT '';
