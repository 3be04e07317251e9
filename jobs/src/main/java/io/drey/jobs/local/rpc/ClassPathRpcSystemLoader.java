// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local.rpc;

import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.rpc.RpcSystem;
import org.apache.flink.runtime.rpc.RpcSystemLoader;
import org.apache.flink.runtime.rpc.exceptions.RpcLoaderException;

/**
 * Loads Flink's RPC system from the class path if {@code flink-rpc-akka} is on it, as in the
 * command. Flink's own loader unpacks the same classes from a jar in a jar into a temporary file of
 * 24 MB and defines them in a class loader that no class archive serves.
 *
 * <p>On a cluster, whose class path has only Flink's own loader, this one refuses and Flink goes on
 * with the next.
 */
public final class ClassPathRpcSystemLoader implements RpcSystemLoader {
  private static final String PEKKO = "org.apache.flink.runtime.rpc.pekko.PekkoRpcSystem";

  /** Before Flink's own loader, which has 0: the lowest is asked first. */
  @Override
  public int getLoadPriority() {
    return -1;
  }

  /**
   * Loads the RPC system.
   *
   * @throws RpcLoaderException if it is not on the class path
   */
  @Override
  public RpcSystem loadRpcSystem(Configuration configuration) {
    try {
      return Class.forName(PEKKO).asSubclass(RpcSystem.class).getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new RpcLoaderException("Cannot load the RPC system: it is not on the class path", e);
    }
  }
}
