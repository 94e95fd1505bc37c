import Records
import Text

extension OpenStoreFile {
  /// Moves the incomplete last line into a file of its own in `recovered/`, and then out of this one.
  func setTornLineAside(
    _ folder: ProgramFolder, at moment: Timestamp
  ) throws(Problems) -> StoreNotice {
    let files = folder.files
    let text = try tornText(files)
    let name = try explained { () throws(FileError) in
      let recovered = folder.path(of: ProgramFolder.recoveredName)
      if try files.status(recovered) == nil { try files.makeDurableFolder(recovered) }
      let bytes = try files.read(handle, from: torn.lowerBound, count: torn.count, spare: 0)
      let name = try freeName(folder, at: moment)
      try files.create(folder.path(of: name), bytes)
      // Only now that the bytes are safe elsewhere.
      try files.truncate(handle, torn.lowerBound)
      try files.synchronize(handle)
      return name
    }
    return .tornLineSetAside(file: self.name, text: text, movedTo: name)
  }

  /// A name in `recovered/` that nothing has yet: what an earlier attempt left there may be cut off
  /// itself, so it is never taken for these bytes.
  private func freeName(
    _ folder: ProgramFolder, at moment: Timestamp
  ) throws(FileError) -> String {
    let stamp = moment.description.filter(\.isNumber)
    let first = "\(ProgramFolder.recoveredName)/\(stamp)-\(torn.lowerBound)"
    var name = "\(first)-\(self.name)"
    var attempt = 1
    while try folder.files.status(folder.path(of: name)) != nil {
      attempt += 1
      name = "\(first)-\(attempt)-\(self.name)"
    }
    return name
  }
}
