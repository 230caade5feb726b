output "name" {
  description = "The pipeline."
  value       = aws_codepipeline.shop.name
}
