// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli.option;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.drey.jobs.cli.command.UsageException;
import io.drey.state.snapshot.metadata.KnownUids;
import io.drey.state.snapshot.metadata.OperatorSnapshot;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A text file of uids, one a line. Blank lines, and those that begin with {@code #}, say nothing.
 *
 * @param uids in the order of the lines
 */
record UidFile(Path path, List<Line> uids) {
  private static final String COMMENT = "#";
  private static final String BYTE_ORDER_MARK = "^\ufeff";

  /**
   * Reads the file.
   *
   * @throws UsageException if it cannot be read or has no uid
   */
  static UidFile read(Path path) {
    List<Line> uids = new ArrayList<>();
    int number = 0;
    for (String line : lines(path)) {
      number++;
      String uid = (number == 1 ? line.replaceFirst(BYTE_ORDER_MARK, "") : line).strip();
      if (!uid.isEmpty() && !uid.startsWith(COMMENT)) {
        uids.add(new Line(number, uid));
      }
    }
    if (uids.isEmpty()) {
      throw new UsageException("Invalid --uids: there is no uid in '" + path + "'");
    }
    return new UidFile(path, uids);
  }

  private static List<String> lines(Path path) {
    try {
      return Files.readAllLines(path, UTF_8);
    } catch (NoSuchFileException e) {
      throw unreadable(path, "no such file");
    } catch (CharacterCodingException e) {
      throw unreadable(path, "it is not text in UTF-8");
    } catch (IOException e) {
      throw unreadable(path, String.valueOf(e.getMessage()));
    }
  }

  private static UsageException unreadable(Path path, String reason) {
    return new UsageException("Invalid --uids: cannot read '" + path + "': " + reason);
  }

  KnownUids known() {
    return KnownUids.of(uids.stream().map(Line::uid).toList());
  }

  /** Whether no operator has one of the uids. */
  boolean isStranger(List<SnapshotFiles> savepoints) {
    return unknown(savepoints).size() == uids.size();
  }

  /** A warning for each uid that no operator has. */
  List<String> warnings(List<SnapshotFiles> savepoints) {
    return unknown(savepoints).stream()
        .map(line -> path + ":" + line.number() + ": no operator has uid '" + line.uid() + "'")
        .toList();
  }

  private List<Line> unknown(List<SnapshotFiles> savepoints) {
    List<OperatorSnapshot> operators =
        savepoints.stream().flatMap(files -> files.metadata().operators().stream()).toList();
    return uids.stream()
        .filter(line -> operators.stream().noneMatch(each -> line.uid().equals(each.id().uid())))
        .toList();
  }

  /**
   * A uid in the file.
   *
   * @param number of the line, from 1
   */
  record Line(int number, String uid) {}
}
