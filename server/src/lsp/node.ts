import { startNodeServer } from "./node-server.ts";

startNodeServer();
