// zh: 几个行政区各自推进的战略举措和聚焦的产业
// en: Initiatives that several districts pursue and industries that they focus on
// param: ids texts [] 行政区编号
// columns: district, node, relationship
// flags: internal
UNWIND $ids AS id
MATCH (d:Entity {id: id})-[r]->(n:Entity)
WHERE type(r) IN ['PURSUES', 'FOCUSES_ON']
RETURN d.id AS district, n AS node, r AS relationship
ORDER BY n.id, d.id, r.id
