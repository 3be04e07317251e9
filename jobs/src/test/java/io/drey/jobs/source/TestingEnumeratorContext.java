// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import org.apache.flink.api.connector.source.ReaderInfo;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.connector.source.SplitsAssignment;
import org.apache.flink.metrics.groups.SplitEnumeratorMetricGroup;

/** Keeps what an enumerator assigns. */
public final class TestingEnumeratorContext<T extends SourceSplit>
    implements SplitEnumeratorContext<T> {
  public final Map<Integer, List<T>> assigned = new TreeMap<>();
  public final List<Integer> complete = new ArrayList<>();
  private final Map<Integer, ReaderInfo> readers = new TreeMap<>();
  private final int parallelism;

  public TestingEnumeratorContext(int parallelism) {
    this.parallelism = parallelism;
  }

  /** Registers a reader that was restored with splits. */
  public void register(int reader, List<T> splits) {
    readers.put(reader, ReaderInfo.createReaderInfo(reader, "localhost", splits));
  }

  @Override
  public int currentParallelism() {
    return parallelism;
  }

  @Override
  public void assignSplits(SplitsAssignment<T> splits) {
    splits
        .assignment()
        .forEach(
            (reader, some) ->
                assigned.computeIfAbsent(reader, unused -> new ArrayList<>()).addAll(some));
  }

  @Override
  public void signalNoMoreSplits(int reader) {
    complete.add(reader);
  }

  @Override
  public SplitEnumeratorMetricGroup metricGroup() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void sendEventToSourceReader(int reader, SourceEvent event) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Map<Integer, ReaderInfo> registeredReaders() {
    return readers;
  }

  @Override
  public <R> void callAsync(Callable<R> callable, BiConsumer<R, Throwable> handler) {
    throw new UnsupportedOperationException();
  }

  @Override
  public <R> void callAsync(
      Callable<R> callable, BiConsumer<R, Throwable> handler, long delay, long period) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void runInCoordinatorThread(Runnable runnable) {
    throw new UnsupportedOperationException();
  }
}
