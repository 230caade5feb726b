variable "name" {
  description = "The environment."
  type        = string
}
