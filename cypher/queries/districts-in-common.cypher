// zh: 两个行政区有什么共同之处：同一企业、举措、道路、产业、荣誉
// en: What connects two districts: the same firms, initiatives, roads, industries, honours
// param: one text "云河区" 行政区名称或编号 | District
// param: other text "星湖区" 另一个 | The other
// param: limit integer 100 最多几项 | Limit
// columns: name, type, oneRelation, otherRelation, oneReport, otherReport, oneSentence, otherSentence
// :param one => "云河区"
// :param other => "星湖区"
// :param limit => 100
MATCH (a:District)
WHERE a.id = $one OR a.name = $one
WITH a
ORDER BY size(a.reports) DESC, a.id
LIMIT 1
MATCH (b:District)
WHERE (b.id = $other OR b.name = $other) AND b.id <> a.id
WITH a, b.id AS second
ORDER BY size(b.reports) DESC, second
LIMIT 1
MATCH (a)-[r]-(n:Entity)
WITH second, r, n
MATCH (n)-[s]-(b:District)
WHERE b.id = second
WITH n.id AS id, n.name AS name, n.type AS type, size(n.reports) AS reports, type(r) AS oneRelation, type(s) AS otherRelation,
  min(r.passages[0]) AS onePassage, min(s.passages[0]) AS otherPassage
ORDER BY type, reports DESC, name, id, oneRelation, otherRelation
LIMIT $limit
MATCH (p:Passage {id: onePassage})
MATCH (q:Passage {id: otherPassage})
MATCH (oneReport:Report {id: p.report})
MATCH (otherReport:Report {id: q.report})
RETURN name, type, oneRelation, otherRelation, oneReport.title AS oneReport, otherReport.title AS otherReport,
  p.text AS oneSentence, q.text AS otherSentence
ORDER BY type, reports DESC, name, id, oneRelation, otherRelation
