-- Worded from the tables by tools/word_statements.py. The values of an UPDATE are the columns, then the id.

INSERT INTO map (map_no, id, title, question, description, language, numbering, semantics, extras) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
UPDATE map SET title=?, question=?, description=?, language=?, numbering=?, semantics=?, extras=? WHERE map.id = ? AND map.map_no = 1
DELETE FROM map WHERE map.id = ? AND map.map_no = 1
INSERT INTO claim (map_no, id, number, text, note, credence, implicit, position, as_of, extras) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
UPDATE claim SET number=?, text=?, note=?, credence=?, implicit=?, position=?, as_of=?, extras=? WHERE claim.id = ? AND claim.map_no = 1
DELETE FROM claim WHERE claim.id = ? AND claim.map_no = 1
INSERT INTO claim_tag (map_no, claim_id, tag, place) VALUES (?, ?, ?, ?)
DELETE FROM claim_tag WHERE claim_tag.claim_id = ? AND claim_tag.map_no = 1
INSERT INTO inference (map_no, id, number, polarity, target_claim, target_inference, warrant, scheme, relevance, order_key, extras) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
UPDATE inference SET number=?, polarity=?, target_claim=?, target_inference=?, warrant=?, scheme=?, relevance=?, order_key=?, extras=? WHERE inference.id = ? AND inference.map_no = 1
DELETE FROM inference WHERE inference.id = ? AND inference.map_no = 1
INSERT INTO premise (map_no, inference_id, claim_id, place) VALUES (?, ?, ?, ?)
DELETE FROM premise WHERE premise.inference_id = ? AND premise.map_no = 1
INSERT INTO conflict_pair (map_no, id, claim_a, claim_b, kind, note, extras) VALUES (?, ?, ?, ?, ?, ?, ?)
UPDATE conflict_pair SET claim_a=?, claim_b=?, kind=?, note=?, extras=? WHERE conflict_pair.id = ? AND conflict_pair.map_no = 1
DELETE FROM conflict_pair WHERE conflict_pair.id = ? AND conflict_pair.map_no = 1
INSERT INTO source (map_no, id, number, title, author, container_title, issued, publisher, url, genre, language, note, text, extras, accessed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
UPDATE source SET number=?, title=?, author=?, container_title=?, issued=?, publisher=?, url=?, genre=?, language=?, note=?, text=?, extras=?, accessed=? WHERE source.id = ? AND source.map_no = 1
DELETE FROM source WHERE source.id = ? AND source.map_no = 1
INSERT INTO citation (map_no, id, claim_id, source_id, paragraph, page, quote, prefix, suffix, start, asserted_by, via, as_of, inferred, uncertain, note, order_key, extras) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
UPDATE citation SET claim_id=?, source_id=?, paragraph=?, page=?, quote=?, prefix=?, suffix=?, start=?, asserted_by=?, via=?, as_of=?, inferred=?, uncertain=?, note=?, order_key=?, extras=? WHERE citation.id = ? AND citation.map_no = 1
DELETE FROM citation WHERE citation.id = ? AND citation.map_no = 1
INSERT INTO dependence (map_no, id, source_a, paragraph_a, source_b, paragraph_b, note, extras) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
UPDATE dependence SET source_a=?, paragraph_a=?, source_b=?, paragraph_b=?, note=?, extras=? WHERE dependence.id = ? AND dependence.map_no = 1
DELETE FROM dependence WHERE dependence.id = ? AND dependence.map_no = 1
INSERT INTO comment (map_no, id, number, claim_id, inference_id, text, author, at, resolved, extras) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
UPDATE comment SET number=?, claim_id=?, inference_id=?, text=?, author=?, at=?, resolved=?, extras=? WHERE comment.id = ? AND comment.map_no = 1
DELETE FROM comment WHERE comment.id = ? AND comment.map_no = 1
INSERT INTO alias (map_no, id, survivor, number, text, moved, extras) VALUES (?, ?, ?, ?, ?, ?, ?)
UPDATE alias SET survivor=?, number=?, text=?, moved=?, extras=? WHERE alias.id = ? AND alias.map_no = 1
DELETE FROM alias WHERE alias.id = ? AND alias.map_no = 1
INSERT INTO distinct_pair (map_no, id, wording_a, wording_b, verdict, extras) VALUES (?, ?, ?, ?, ?, ?)
UPDATE distinct_pair SET wording_a=?, wording_b=?, verdict=?, extras=? WHERE distinct_pair.id = ? AND distinct_pair.map_no = 1
DELETE FROM distinct_pair WHERE distinct_pair.id = ? AND distinct_pair.map_no = 1
INSERT INTO term (map_no, id, extras) VALUES (?, ?, ?)
UPDATE term SET extras=? WHERE term.id = ? AND term.map_no = 1
DELETE FROM term WHERE term.id = ? AND term.map_no = 1
INSERT INTO term_word (map_no, term_id, word, place) VALUES (?, ?, ?, ?)
DELETE FROM term_word WHERE term_word.term_id = ? AND term_word.map_no = 1
INSERT INTO step (map_no, id, seq, parent, parent2, kind, label, author, at, session, refers, payload) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
