// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression.call;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.drey.jobs.text.TextFit;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What the scripts of a step tell the user who runs it: lines on standard error, and that the run
 * is to end. All its copies in a process are one.
 */
public final class ScriptConsole implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The lines that are shown. */
  public static final int MOST_LINES = 100;

  private static final int LONGEST = 4096;

  private static final ConcurrentMap<UUID, Told> TOLD = new ConcurrentHashMap<>();

  private static volatile OutputStream target = new FileOutputStream(FileDescriptor.err);

  private final UUID id = UUID.randomUUID();

  private static final class Told {
    private final AtomicInteger lines = new AtomicInteger();
    private final AtomicReference<@Nullable String> end = new AtomicReference<>();
  }

  /** Redirects the lines of all scripts in this process. */
  public static void redirect(OutputStream other) {
    target = other;
  }

  private Told told() {
    return TOLD.computeIfAbsent(id, unused -> new Told());
  }

  void log(String step, String text) {
    int lines = told().lines.incrementAndGet();
    if (lines > MOST_LINES + 1) {
      return;
    }
    String line =
        lines > MOST_LINES
            ? "no more than " + MOST_LINES + " lines are shown"
            : TextFit.printable(text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text);
    try {
      target.write(("step '" + step + "': " + line + "\n").getBytes(UTF_8));
      target.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("Failed to write to stderr", e);
    }
  }

  /** Asks for the end of the run. */
  void stop(String why) {
    told().end.compareAndSet(null, why);
  }

  /** Why the run is to end; null if nothing has asked for it. */
  public @Nullable String end() {
    Told told = TOLD.get(id);
    return told == null ? null : told.end.get();
  }
}
