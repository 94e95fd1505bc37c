/// What a command has to say, as a value: the same for every way of printing it.
package struct Document: Sendable, Equatable {
  /// One line, without a full stop.
  package let title: String
  /// In the order of reading.
  package let blocks: [Block]

  package init(title: String, blocks: [Block]) {
    self.title = title
    self.blocks = blocks
  }
}

/// A part of a document.
package enum Block: Sendable, Equatable {
  /// What the blocks up to the next heading are about; one line.
  case heading(String)
  /// Sentences, of any length.
  case paragraph(String)
  /// A title with short notes under it, each worth a line of its own.
  case notes(String, [String])
  case table(Table)
  case streamed(StreamedTable)
  /// Lines drawn with characters of one width; a table beside it says the same.
  case diagram([String])
}
