// zh: 两个行政区有什么共同之处：同一企业、举措、道路、产业、荣誉
// en: What connects two districts: the same firms, initiatives, roads, industries, honours
// param: one text "云河区" 行政区名称或编号
// param: other text "星湖区" 另一个
// param: limit integer 100 最多几项
// columns: name, type, oneRelation, otherRelation, oneSentence, otherSentence
// :params {one: "云河区", other: "星湖区", limit: 100}
MATCH (a:District)
WHERE a.id = $one OR a.name = $one
WITH a
MATCH (b:District)
WHERE (b.id = $other OR b.name = $other) AND b.id <> a.id
WITH a, b
MATCH (a)-[r]-(n:Entity)
WITH b, r, n
MATCH (n)-[s]-(b)
MATCH (p:Passage {id: r.passages[0]})
MATCH (q:Passage {id: s.passages[0]})
RETURN n.name AS name, n.type AS type, type(r) AS oneRelation, type(s) AS otherRelation, p.text AS oneSentence, q.text AS otherSentence
ORDER BY type, size(n.reports) DESC, name, n.id, r.id, s.id
LIMIT $limit
