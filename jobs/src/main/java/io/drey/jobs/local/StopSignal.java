// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/**
 * Turns Ctrl-C and SIGTERM into a call, once; a second signal ends the process immediately. A
 * shutdown hook would run concurrently with Flink's, which close the services that a stop needs.
 */
public final class StopSignal {
  private static final String[] SIGNALS = {"INT", "TERM"};
  private static final int SIGNAL_EXIT = 128;

  private volatile int exitCode;

  /** Calls {@code stop} on a new thread when a signal arrives. */
  public void onReceive(Runnable stop) {
    try {
      // By reflection: javac's warning on sun.misc.Signal, the only interface, cannot be
      // suppressed.
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Method number = signal.getMethod("getNumber");
      Object receiver =
          Proxy.newProxyInstance(
              handler.getClassLoader(),
              new Class<?>[] {handler},
              (proxy, method, arguments) -> {
                receive(SIGNAL_EXIT + (int) number.invoke(arguments[0]), stop);
                return null;
              });
      for (String name : SIGNALS) {
        signal
            .getMethod("handle", signal, handler)
            .invoke(null, signal.getConstructor(String.class).newInstance(name), receiver);
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Failed to listen for signals", e);
    }
  }

  private void receive(int code, Runnable stop) {
    if (exitCode != 0) {
      Runtime.getRuntime().halt(code);
    }
    exitCode = code;
    new Thread(stop, "stop").start();
  }

  /** The exit code for the signal that arrived; 0 if none did. */
  public int exitCode() {
    return exitCode;
  }
}
