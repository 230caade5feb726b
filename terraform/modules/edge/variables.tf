variable "name" {
  description = "The environment."
  type        = string
}

variable "balancer_arn" {
  description = "What it stands before."
  type        = string
}

variable "most_requests" {
  description = "How often one address may ask within five minutes: a hundred pages with all that is on them, and more."
  type        = number
  default     = 6000
}
