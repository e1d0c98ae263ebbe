// zh: 某项战略举措背后有哪些项目、园区、政策，谁在推进
// en: What stands behind an initiative: projects, parks, policies, and who pursues it
// param: initiative text "“七三一”发展战略" 战略举措名称或编号
// param: limit integer 200 最多几条
// columns: relation, name, type, reports, sentence
// :params {initiative: "“七三一”发展战略", limit: 200}
MATCH (i:Entity)
WHERE i.id = $initiative OR i.name = $initiative OR $initiative IN i.aliases
WITH i
MATCH (i)<-[r:CONTRIBUTES_TO|PURSUES|PART_OF]-(e:Entity)
WITH r, e
MATCH (p:Passage {id: r.passages[0]})
RETURN type(r) AS relation, e.name AS name, e.type AS type, size(e.reports) AS reports, p.text AS sentence
ORDER BY relation, reports DESC, name, e.id, r.id
LIMIT $limit
