output "id" {
  description = "The group as metrics call it."
  value       = aws_elasticache_replication_group.shop.replication_group_id
}

output "address" {
  description = "Where it is written to, whichever node that is."
  value       = aws_elasticache_replication_group.shop.primary_endpoint_address
}
