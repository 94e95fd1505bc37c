/// The list of a backup's files with their digests, in the form that `sha256sum -c` takes.
struct Checksums: Sendable, Equatable {
  /// In the order of the archive.
  private(set) var lines: [String] = []

  /// - Parameter digest: 64 hexadecimal digits.
  mutating func add(_ path: String, digest: String) {
    lines.append("\(digest)  \(path)\n")
  }

  /// The file as it stands in the archive.
  var bytes: [UInt8] { Array(lines.joined().utf8) }
}
