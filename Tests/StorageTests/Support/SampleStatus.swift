import Storage

/// What stands at a path, where it does not matter what that is further.
extension FileSystem.Status {
  static let file = sample(.file)
  static let folder = sample(.folder)

  private static func sample(_ kind: Kind) -> FileSystem.Status {
    FileSystem.Status(
      kind: kind, size: 0, identity: Identity(device: 0, inode: 0),
      access: Access(owner: 0, group: 0, permissions: 0o600), names: 1)
  }
}
