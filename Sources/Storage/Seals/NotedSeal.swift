/// A seal that a person wrote down, to find out later whether the file was rewritten since.
package struct NotedSeal: Sendable, Hashable {
  package let seal: Seal
  /// The file it was noted of; nil where that was not said.
  package let file: StoreFile?

  /// The seals in a text: what `SealReport.word` gives, or one seal; nil for anything else.
  package static func parse(_ text: String) -> [NotedSeal]? {
    if let seal = Seal(text) { return [NotedSeal(seal: seal, file: nil)] }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == StoreFile.allCases.count else { return nil }
    var noted: [NotedSeal] = []
    for (part, file) in zip(parts, StoreFile.allCases) where part != SealReport.none {
      guard let seal = Seal(part) else { return nil }
      noted.append(NotedSeal(seal: seal, file: file))
    }
    return noted
  }
}
