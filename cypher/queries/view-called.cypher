// zh: 各报告怎样称呼一个实体
// en: What the reports call an entity
// param: id text "" 实体编号 | Entity
// columns: report, name, count
// flags: internal
MATCH (e:Entity {id: $id})<-[n:NAMES]-(r:Report)
RETURN r.id AS report, n.name AS name, n.count AS count
ORDER BY report
