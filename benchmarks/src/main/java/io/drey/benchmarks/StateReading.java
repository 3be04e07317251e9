// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A savepoint read into JSON lines; measured as a whole command. */
record StateReading(StateReader reader, StateSavepoint savepoint) implements Answering, Profiled {
  private static final String DIRECTORY = "read";

  @Override
  public String title() {
    return reader.title();
  }

  @Override
  public Unit unit() {
    return Unit.ENTRIES_PER_SECOND;
  }

  @Override
  public Object question() {
    return savepoint;
  }

  @Override
  public double measure(Workshop workshop) throws IOException, InterruptedException {
    return StateSavepoint.entries(workshop) / seconds(workshop);
  }

  @Override
  public EventBag answer(Workshop workshop) throws IOException, InterruptedException {
    seconds(workshop);
    return EventBag.in(reader.output(directory(workshop)));
  }

  @Override
  public String profile() {
    return "state read " + savepoint;
  }

  @Override
  public void run(Workshop workshop, Path directory, List<String> flags)
      throws IOException, InterruptedException {
    Path path = savepoint.in(workshop);
    Fork.run(StateReader.drey(workshop, path, flags), directory.resolve("log"));
  }

  double seconds(Workshop workshop) throws IOException, InterruptedException {
    Path path = savepoint.in(workshop);
    Path directory = workshop.fresh(DIRECTORY);
    return Fork.run(
        reader.command(workshop, savepoint.backend(), path, directory), directory.resolve("log"));
  }

  private static Path directory(Workshop workshop) {
    return workshop.directory().resolve(DIRECTORY);
  }
}
