# Where the state lies is said at `terraform init -backend-config=FILE`: a bucket with versions and encryption, locked by itself.
terraform {
  backend "s3" {
    encrypt      = true
    use_lockfile = true
  }
}
