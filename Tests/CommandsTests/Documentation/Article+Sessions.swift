import Foundation

extension Article {
  /// The file with the output that the commands in its `console` blocks really have.
  ///
  /// The blocks run one after the other in one folder, which is empty at the start. What has to be
  /// prepared for the next block stands in a comment: `<!-- % write FILE TEXT -->`, in the words
  /// of a transcript, or `<!-- $ outcomes demo -->`, whose output is not shown.
  func replayed() async throws -> String {
    let boundary = "// shown"
    let script = parts.flatMap { part -> [String] in
      switch part {
      case .code("console", let lines): [boundary] + lines
      case .comment(let text) where text.hasPrefix("% ") || text.hasPrefix("$ "):
        ["// hidden", text]
      default: []
      }
    }
    guard script.contains(boundary) else { return text }
    let replay = try await Transcript(text: script.joined(separator: "\n")).replayed()
    let blocks = replay.components(separatedBy: boundary + "\n").dropFirst().map { block in
      block.components(separatedBy: "// hidden\n")[0]
    }
    let opening = "```console\n"
    let pieces = text.components(separatedBy: opening)
    return pieces[0]
      + zip(pieces.dropFirst(), blocks).map { piece, block in
        let rest = piece.range(of: "```").map { piece[$0.lowerBound...] } ?? ""
        return opening + block.trimmingSuffix("\n") + "\n" + rest
      }.joined()
  }
}

extension String {
  fileprivate func trimmingSuffix(_ letter: Character) -> Substring {
    var rest = self[...]
    while rest.last == letter { rest.removeLast() }
    return rest
  }
}
