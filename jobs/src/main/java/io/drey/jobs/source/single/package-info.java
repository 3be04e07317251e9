/** Sources that one reader reads: the assignment and the position that checkpoints hold. */
@NullMarked
package io.drey.jobs.source.single;

import org.jspecify.annotations.NullMarked;
