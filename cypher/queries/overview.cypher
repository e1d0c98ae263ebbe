// zh: 总览：各行政区和它们的举措、主要项目、企业与园区
// en: Overview: the districts with their initiatives, main projects, enterprises and parks
// param: districts integer 30 最多几个行政区 | Limit (districts)
// param: each integer 5 每区每类最多几个 | Limit for each district and kind
// columns: district, relationship, node
// flags: scan
// :param districts => 30
// :param each => 5
MATCH (:Report)-[:ABOUT]->(d:District)
WITH d, count(*) AS written
ORDER BY written DESC, d.mentions DESC, d.id
LIMIT $districts
UNWIND ['Initiative', 'Project', 'Enterprise', 'Park'] AS kind
CALL (d, kind) {
  MATCH (d)-[r:PURSUES|LOCATED_IN]-(n:Entity)
  WHERE n.type = kind
  WITH r, n
  ORDER BY size(n.reports) DESC, n.mentions DESC, n.id, r.id
  LIMIT $each
  RETURN r, n
}
RETURN d AS district, r AS relationship, n AS node
ORDER BY d.id, kind, size(n.reports) DESC, n.mentions DESC, n.id
