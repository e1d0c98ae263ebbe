// zh: 几个行政区各自推进的战略举措和聚焦的产业
// en: Initiatives that several districts pursue and industries that they focus on
// param: ids texts [] 行政区编号 | District
// columns: district, relation, id, reports, mentions
// flags: internal
UNWIND $ids AS id
MATCH (d:Entity {id: id})-[r:PURSUES|FOCUSES_ON]->(n:Entity)
RETURN DISTINCT d.id AS district, type(r) AS relation, n.id AS id, size(n.reports) AS reports, n.mentions AS mentions
ORDER BY id, district, relation
