/// The answer of a command as a value, the same for text and Markdown.
package struct Document: Sendable, Equatable {
  /// One line, without a final period.
  package let title: String
  /// The parts of the document, in reading order.
  package let blocks: [Block]

  package init(title: String, blocks: [Block]) {
    self.title = title
    self.blocks = blocks
  }
}

/// A part of a document.
package enum Block: Sendable, Equatable {
  /// The title of the blocks up to the next heading; one line.
  case heading(String)
  /// Sentences, of any length.
  case paragraph(String)
  /// A title with a list of short notes under it.
  case notes(String, [String])
  case table(Table)
  case streamed(StreamedTable)
  /// Lines of fixed-width characters that draw a diagram or show code.
  case diagram([String])
}
