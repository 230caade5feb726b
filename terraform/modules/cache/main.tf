resource "aws_elasticache_subnet_group" "shop" {
  name       = var.name
  subnet_ids = var.subnet_ids
}

resource "aws_elasticache_parameter_group" "shop" {
  name   = var.name
  family = "redis7"

  # When it is full, what would end soonest goes first: what is cached lives for minutes, sessions for weeks.
  parameter {
    name  = "maxmemory-policy"
    value = "volatile-ttl"
  }
}

resource "aws_elasticache_replication_group" "shop" {
  replication_group_id = var.name
  description          = "Sessions and what is cached of ${var.name}"
  engine               = "redis"
  engine_version       = "7.1"
  node_type            = var.node_type
  num_cache_clusters   = var.nodes
  port                 = 6379
  parameter_group_name = aws_elasticache_parameter_group.shop.name

  automatic_failover_enabled = var.nodes > 1
  multi_az_enabled           = var.nodes > 1
  subnet_group_name          = aws_elasticache_subnet_group.shop.name
  security_group_ids         = [var.group_id]

  transit_encryption_enabled = true
  at_rest_encryption_enabled = true
  kms_key_id                 = var.key_arn
  auth_token_wo              = var.token
  auth_token_wo_version      = var.token_version

  snapshot_retention_limit   = 1
  maintenance_window         = "sun:03:00-sun:04:00"
  auto_minor_version_upgrade = true
}
