variable "name" {
  description = "The environment."
  type        = string
}

variable "key_arn" {
  description = "What is kept is encrypted with it."
  type        = string
}

variable "subnet_ids" {
  description = "Where it is, one a zone."
  type        = list(string)
}

variable "group_id" {
  description = "Who may speak to it."
  type        = string
}

variable "node_type" {
  description = "How large a node is."
  type        = string
}

variable "nodes" {
  description = "How many there are: one that is written to, and its replicas."
  type        = number
}

variable "token" {
  description = "The password."
  type        = string
  ephemeral   = true
  sensitive   = true
}

variable "token_version" {
  description = "Raised when the password has changed."
  type        = number
}
