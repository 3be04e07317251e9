package io.drey.jobs.source.live;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;

/** A stream of lines that can be read only once. */
interface LiveStream extends Serializable {
  /** As positions and messages call it. */
  String name();

  /** Opens it; called once. */
  InputStream open() throws IOException;

  /** Whether closing it ends a read that waits; standard input must be left open. */
  boolean isClosable();
}
