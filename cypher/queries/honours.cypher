// zh: 某项荣誉谁已获得、谁在争创，附原文
// en: Who holds an honour and who aims for it, with the sentence
// param: honour text "园区" 荣誉名称中的字 | Part of the title’s name
// param: limit integer 100 最多几条 | Limit
// columns: honour, what, holder, type, year, report, sentence
// :param honour => "园区"
// :param limit => 100
MATCH (h:Honor)
WHERE h.search CONTAINS toLower($honour)
WITH h
MATCH (h)<-[r:AWARDED|AIMS_FOR]-(e:Entity)
WITH h, r, e
MATCH (p:Passage {id: r.passages[0]})
MATCH (report:Report {id: p.report})
RETURN h.name AS honour, type(r) AS what, e.name AS holder, e.type AS type, coalesce(r.year, report.year) AS year,
  report.title AS report, p.text AS sentence
ORDER BY honour, what, year, holder, r.id
LIMIT $limit
