// zh: 企业名录：按行政区、产业、荣誉筛选
// en: Enterprises by district, industry and honour
// param: district text "" 行政区名称（空为不限）
// param: industry text "" 产业名称中的字（空为不限）
// param: honour text "" 荣誉名称中的字（空为不限）
// param: limit integer 100 最多几家
// columns: enterprise, districts, industries, honours, reports, mentions
// flags: scan
// :params {district: "", industry: "", honour: "", limit: 100}
MATCH (e:Enterprise)
OPTIONAL MATCH (e)-[:LOCATED_IN]->(d:District)
WITH e, collect(DISTINCT d.name) AS districts
WHERE $district = '' OR $district IN districts
OPTIONAL MATCH (e)-[:IN_INDUSTRY]->(i:Industry)
WITH e, districts, collect(DISTINCT i.name) AS industries
WHERE $industry = '' OR any(name IN industries WHERE name CONTAINS $industry)
OPTIONAL MATCH (e)-[:AWARDED]->(h:Honor)
WITH e, districts, industries, collect(DISTINCT h.name) AS honours
WHERE $honour = '' OR any(name IN honours WHERE name CONTAINS $honour)
RETURN e.name AS enterprise, districts, industries, honours, size(e.reports) AS reports, e.mentions AS mentions
ORDER BY reports DESC, mentions DESC, enterprise, e.id
LIMIT $limit
