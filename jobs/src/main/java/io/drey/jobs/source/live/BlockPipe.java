// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.live;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Passes blocks of bytes from a thread that may block to a reader that must not: a bulk read
 * returns 0 where no bytes are available yet.
 */
final class BlockPipe extends InputStream {
  private static final int CAPACITY = 8;
  private static final int BLOCK = 64 << 10;

  private final Deque<byte[]> blocks = new ArrayDeque<>();
  private boolean ended;
  private boolean closed;
  private @Nullable IOException failure;
  private CompletableFuture<Void> available = new CompletableFuture<>();

  private byte[] current = {};
  private int at;

  /** Reads a stream block by block until it ends or the pipe is closed. */
  void pump(InputStream in) {
    byte[] block = new byte[BLOCK];
    try {
      int read = in.read(block);
      while (read >= 0 && put(Arrays.copyOf(block, read))) {
        read = in.read(block);
      }
      end(null);
    } catch (IOException e) {
      end(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      end(null);
    }
  }

  private synchronized boolean put(byte[] block) throws InterruptedException {
    while (blocks.size() == CAPACITY && !closed) {
      wait();
    }
    if (block.length > 0) {
      blocks.add(block);
      available.complete(null);
    }
    return !closed;
  }

  private synchronized void end(@Nullable IOException cause) {
    ended = true;
    failure = cause;
    available.complete(null);
  }

  /** Complete once a bulk read returns something other than 0. */
  synchronized CompletableFuture<Void> ready() {
    if (at == current.length && blocks.isEmpty() && !ended && available.isDone()) {
      available = new CompletableFuture<>();
    }
    return available;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (at == current.length && !take()) {
      return ended() ? -1 : 0;
    }
    int count = Math.min(length, current.length - at);
    System.arraycopy(current, at, target, offset, count);
    at += count;
    return count;
  }

  private synchronized boolean take() {
    byte[] block = blocks.poll();
    if (block == null) {
      return false;
    }
    current = block;
    at = 0;
    notifyAll();
    return true;
  }

  private synchronized boolean ended() throws IOException {
    if (failure != null) {
      throw failure;
    }
    return ended && blocks.isEmpty();
  }

  @Override
  public int read() {
    throw new UnsupportedOperationException("Only bulk reads");
  }

  @Override
  public synchronized void close() {
    closed = true;
    notifyAll();
  }
}
