/// The wording for a name that a program does not know: the same for what was typed and for what
/// stands in a file.
package enum UnknownName {
  /// - Parameter knownAt: the moment that is asked about; nil for now.
  package static func participant(_ id: String, asKnownAt knownAt: Timestamp? = nil) -> String {
    knownAt.map { "as known at \($0), nobody was enrolled as “\(id)”" }
      ?? "nobody is enrolled as “\(id)”"
  }

  /// - Parameter kind: what the name is to be of, such as `timepoint`.
  package static func of(_ kind: String, _ name: String) -> String {
    "this program has no \(kind) “\(name)”"
  }
}
