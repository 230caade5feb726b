output "nodes" {
  description = "The nodes as metrics call them."
  value       = [for n in range(var.nodes) : format("%s-%03d", aws_elasticache_replication_group.shop.replication_group_id, n + 1)]
}

output "address" {
  description = "Where it is written to, whichever node that is."
  value       = aws_elasticache_replication_group.shop.primary_endpoint_address
}
